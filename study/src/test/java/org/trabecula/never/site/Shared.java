package org.trabecula.never.site;

import java.util.ArrayList;

/** Breaks rule 7: a static that is filled. */
final class Shared {
    static final ArrayList<String> WORDS = new ArrayList<>();

    private Shared() {}
}
