package org.trabecula.app.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** Switching between English and Chinese. */
@Controller
final class LanguageRoutes {

    @Anyone
    @PostMapping("/language")
    View choose(Typed typed, HttpServletResponse response) {
        Cookie cookie = new Cookie(Shells.LANGUAGE_COOKIE, typed.text("to").equals("zh") ? "zh" : "en");
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge(60 * 60 * 24 * 365);
        response.addCookie(cookie);
        String back = typed.text("back");
        return View.to(back.startsWith("/") && !back.startsWith("//") && !back.contains("\\") ? back : "/");
    }
}
