package org.trabecula.study.protocol;

import java.time.ZoneId;

/**
 * A place where the study is run.
 *
 * @param id short code that becomes part of the subject id, for example {@code 01}
 * @param zone where "today" is decided for visit windows
 */
public record SiteDefinition(String id, Text name, ZoneId zone) {}
