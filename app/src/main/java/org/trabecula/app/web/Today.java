package org.trabecula.app.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.trabecula.app.Installation;
import org.trabecula.study.conduct.Casebook;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.SiteDefinition;

/** What day it is where a participant is seen, at the moment of one request. */
record Today(Instant now, Protocol protocol) {

    static Today of(Installation installation) {
        return new Today(installation.clock().instant(), installation.protocol());
    }

    LocalDate at(String site) {
        return now.atZone(zone(site, protocol)).toLocalDate();
    }

    LocalDate at(Casebook casebook) {
        return at(casebook.site());
    }

    /** The site's time zone; UTC for a site that the protocol no longer names. */
    static ZoneId zone(String site, Protocol protocol) {
        return protocol.site(site).map(SiteDefinition::zone).orElse(ZoneOffset.UTC);
    }
}
