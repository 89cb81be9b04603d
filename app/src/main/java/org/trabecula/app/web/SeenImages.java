package org.trabecula.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which pictures somebody was shown since signing in: only these may be released. */
record SeenImages(Set<String> pictures) implements Serializable {
    private static final String SEEN = SeenImages.class.getName();

    static SeenImages by(HttpServletRequest request) {
        if (request.getSession().getAttribute(SEEN) instanceof SeenImages seen) {
            return seen;
        }
        SeenImages none = new SeenImages(ConcurrentHashMap.newKeySet());
        request.getSession().setAttribute(SEEN, none);
        return none;
    }

    void add(String sha256, int frame) {
        pictures.add(sha256 + "/" + frame);
    }

    boolean whole(String sha256, int frames) {
        for (int frame = 0; frame < frames; frame++) {
            if (!pictures.contains(sha256 + "/" + frame)) {
                return false;
            }
        }
        return true;
    }
}
