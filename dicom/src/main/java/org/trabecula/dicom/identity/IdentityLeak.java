package org.trabecula.dicom.identity;

import java.util.List;
import java.util.stream.Collectors;

/** Identity was found where none may be. The message names places, never the identity. */
public final class IdentityLeak extends RuntimeException {

    private final List<IdentityScan.Hit> hits;

    IdentityLeak(List<IdentityScan.Hit> hits) {
        super(hits.stream().map(IdentityScan.Hit::toString).collect(Collectors.joining(" ")));
        this.hits = List.copyOf(hits);
    }

    public List<IdentityScan.Hit> hits() {
        return hits;
    }
}
