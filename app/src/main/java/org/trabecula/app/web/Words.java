package org.trabecula.app.web;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.trabecula.app.images.Rejection;
import org.trabecula.dicom.Finding;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.protocol.Text;

/** The interface's words in one language, English or Chinese. */
public record Words(Locale locale, ResourceBundle bundle) {
    public static final Locale ENGLISH = Locale.ENGLISH;
    public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
    private static final Pattern SITE = Pattern.compile("\\b([LS][1-6])-(left|right)\\b");

    public static Words in(Locale locale) {
        Locale ours = locale.getLanguage().equals("zh") ? CHINESE : ENGLISH;
        return new Words(
                ours,
                ResourceBundle.getBundle(
                        "words.words",
                        ours,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /** {@code en} or {@code zh}. */
    public String language() {
        return locale.getLanguage();
    }

    /** The words for a key, with its places filled; the key itself shows where a word is missing. */
    public String say(String key, Object... arguments) {
        try {
            String pattern = bundle.getString(key);
            return arguments.length == 0 ? pattern : format(pattern, arguments);
        } catch (MissingResourceException e) {
            return key;
        }
    }

    /** The word for a constant: {@code Role.READER} is looked up as {@code role.reader}. */
    public String name(Enum<?> constant) {
        return say(constant.getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT)
                + "."
                + constant.name().toLowerCase(Locale.ROOT));
    }

    public String text(Text text) {
        return text.in(locale);
    }

    /** The sentence of an objection. English sentences stand with the rules, the others in the bundle. */
    public String objection(Objection objection) {
        String key = "rule." + objection.rule().id();
        List<String> arguments =
                objection.arguments().stream().map(this::text).map(this::sides).toList();
        return bundle.containsKey(key)
                ? format(bundle.getString(key), arguments.toArray())
                : objection.rule().sentence(arguments);
    }

    /** Screws are named as on the sheets: {@code L4-left} is for addresses and files. */
    private String sides(String said) {
        return SITE.matcher(said).replaceAll(site -> site.group(1) + " " + say("side." + site.group(2)));
    }

    /** Why a file was refused. English sentences stand with the rules and flaws, the others in the bundle. */
    public String rejection(Rejection rejection) {
        String key = "rule." + rejection.rule().id();
        return bundle.containsKey(key)
                ? say(key, rejection.arguments().toArray())
                        + rejection.finding().map(this::finding).orElse("")
                : rejection.sentence();
    }

    private String finding(Finding finding) {
        return say("flaw." + finding.flaw().id(), finding.arguments().toArray());
    }

    /** The sentence for a rule's id that is not an objection, such as a deviation. */
    public String deviation(String rule, List<String> arguments) {
        return say("deviation." + rule, arguments.toArray());
    }

    private String format(String pattern, Object... arguments) {
        Object[] plain = java.util.Arrays.stream(arguments)
                .map(argument -> argument instanceof Number ? argument.toString() : argument)
                .toArray();
        return new MessageFormat(pattern.replace("'", "''"), locale).format(plain);
    }
}
