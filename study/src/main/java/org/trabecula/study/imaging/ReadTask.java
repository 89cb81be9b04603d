package org.trabecula.study.imaging;

/**
 * A case on somebody's list.
 *
 * @param handle under which only this person knows it, and only this time; tasks in the order of their handles are shuffled
 * @param again whether the person has read it before; never shown
 * @param sheet what is to be done next
 */
public record ReadTask(String handle, ReadingCase reading, boolean again, Sheet sheet) {

    static ReadTask of(ReadingCase reading, String user, boolean again, Sheet sheet, Lots lots) {
        String handle = lots.word(
                "task", user.toLowerCase(java.util.Locale.ROOT), reading.id().value(), again ? "again" : "first");
        return new ReadTask(handle, reading, again, sheet);
    }
}
