package org.trabecula.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.trabecula.app.Installation;
import org.trabecula.app.images.Rendering;
import org.trabecula.dicom.DicomFile;
import org.trabecula.dicom.DicomJson;
import org.trabecula.dicom.Tag;
import org.trabecula.dicom.Tags;
import org.trabecula.dicom.Value;
import org.trabecula.dicom.pixel.Window;
import org.trabecula.study.imaging.ReceivedInstance;
import org.trabecula.study.journal.Hash;
import org.trabecula.study.site.Role;

/** Images as they are stored, as data, as frames and as pictures: WADO-RS (PS3.18 section 10.4). */
@Controller
final class DicomWebRetrieval {
    private static final String STUDY = "/dicomweb/studies/{study}";
    private static final String SERIES = STUDY + "/series/{series}";
    private static final String INSTANCE = SERIES + "/instances/{instance}";
    private static final String DICOM = "application/dicom";
    private static final String BYTES = "application/octet-stream";
    private static final String SYNTAX = "1.2.840.10008.1.2.1";
    private static final int THUMBNAIL = 128;

    private final Installation installation;
    private final DicomWebShelf shelf;

    DicomWebRetrieval(Installation installation, DicomWebShelf shelf) {
        this.installation = installation;
        this.shelf = shelf;
    }

    /** Writes the parts of an answer one after the other. */
    private interface Part {
        byte[] bytes();
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR, Role.DATA_MANAGER, Role.MONITOR})
    @GetMapping({STUDY, SERIES, INSTANCE})
    void objects(
            @PathVariable String study,
            @PathVariable Optional<String> series,
            @PathVariable Optional<String> instance,
            Visitor visitor,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        List<ReceivedInstance> images = find(study, series, instance, visitor);
        List<Part> parts = images.stream()
                .map(image -> (Part) () -> installation.images().bytes(image.sha256()))
                .toList();
        send(images, parts, DICOM, request, response);
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR, Role.DATA_MANAGER, Role.MONITOR})
    @GetMapping({STUDY + "/metadata", SERIES + "/metadata", INSTANCE + "/metadata"})
    ResponseEntity<String> metadata(
            @PathVariable String study,
            @PathVariable Optional<String> series,
            @PathVariable Optional<String> instance,
            Visitor visitor,
            HttpServletRequest request) {
        List<ReceivedInstance> images = find(study, series, instance, visitor);
        if (images.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        String etag = etag(images, "json");
        if (etag.equals(request.getHeader("If-None-Match"))) {
            return ResponseEntity.status(HttpServletResponse.SC_NOT_MODIFIED)
                    .eTag(etag)
                    .build();
        }
        String base = DicomWebSearch.base(request) + "/studies/" + study;
        String body = images.stream().map(image -> json(image, base)).collect(Collectors.joining(",", "[", "]"));
        return ResponseEntity.ok()
                .header("Content-Type", DicomWebSearch.JSON)
                .header("Cache-Control", "private, no-cache")
                .eTag(etag)
                .body(body);
    }

    /** Values of bytes are fetched apart; in a header two bytes stand for the long ones. */
    private String json(ReceivedInstance image, String base) {
        var header = shelf.header(image);
        String series = header.string(Tags.SERIES_INSTANCE_UID).orElse("");
        String here = base + "/series/" + series + "/instances/" + image.uid();
        return DicomJson.of(
                header,
                element -> element.vr().isBulk()
                        ? Optional.of(
                                here + "/bulkdata/%08x".formatted(element.tag().code()))
                        : Optional.empty());
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR, Role.DATA_MANAGER, Role.MONITOR})
    @GetMapping(INSTANCE + "/frames/{frames}")
    void frames(
            @PathVariable String study,
            @PathVariable String series,
            @PathVariable String instance,
            @PathVariable String frames,
            Visitor visitor,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        List<ReceivedInstance> images = find(study, Optional.of(series), Optional.of(instance), visitor);
        if (!frames.matches("[1-9][0-9]{0,5}(,[1-9][0-9]{0,5}){0,999}") || images.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String hash = images.getFirst().sha256();
        List<Integer> numbers =
                Stream.of(frames.split(",", -1)).map(Integer::parseInt).toList();
        if (installation
                .images()
                .frame(hash, java.util.Collections.max(numbers) - 1)
                .isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        List<Part> parts = numbers.stream()
                .map(number -> (Part)
                        () -> installation.images().frame(hash, number - 1).orElseThrow())
                .toList();
        send(images, parts, BYTES, request, response);
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR, Role.DATA_MANAGER, Role.MONITOR})
    @GetMapping(INSTANCE + "/bulkdata/{tag}")
    void bulkData(
            @PathVariable String study,
            @PathVariable String series,
            @PathVariable String instance,
            @PathVariable String tag,
            Visitor visitor,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        List<ReceivedInstance> images = find(study, Optional.of(series), Optional.of(instance), visitor);
        Optional<byte[]> value = tag.matches("[0-9a-fA-F]{8}")
                ? images.stream().findFirst().flatMap(image -> value(image, new Tag(Integer.parseUnsignedInt(tag, 16))))
                : Optional.empty();
        if (value.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        send(images, List.of(value::orElseThrow), BYTES, request, response);
    }

    private Optional<byte[]> value(ReceivedInstance image, Tag tag) {
        return DicomFile.read(installation.images().bytes(image.sha256()))
                .dataset()
                .element(tag)
                .filter(element -> element.value() instanceof Value.Plain)
                .map(element -> ((Value.Plain) element.value()).copy());
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR, Role.DATA_MANAGER, Role.MONITOR})
    @GetMapping({
        INSTANCE + "/rendered",
        INSTANCE + "/frames/{frame}/rendered",
        INSTANCE + "/thumbnail",
        SERIES + "/thumbnail"
    })
    ResponseEntity<byte[]> rendered(
            @PathVariable String study,
            @PathVariable String series,
            @PathVariable Optional<String> instance,
            @PathVariable Optional<String> frame,
            Visitor visitor,
            HttpServletRequest request) {
        List<ReceivedInstance> images = find(study, Optional.of(series), instance, visitor);
        if (images.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        ReceivedInstance image = images.get(images.size() / 2);
        int number = frame.filter(one -> one.matches("[1-9][0-9]{0,5}"))
                .map(Integer::parseInt)
                .orElseGet(() -> instance.isPresent() ? 1 : middle(image));
        try {
            Rendering how = rendering(request);
            return installation
                    .images()
                    .rendered(image.sha256(), number - 1, how)
                    .map(picture -> ResponseEntity.ok()
                            .header("Content-Type", how.format().mediaType())
                            .header("Cache-Control", "private, no-cache")
                            .body(picture))
                    .orElseGet(() -> ResponseEntity.notFound().build());
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return ResponseEntity.badRequest().build();
        }
    }

    /** A series is shown by the image in its middle, and that by its frame in the middle. */
    private int middle(ReceivedInstance image) {
        return shelf.header(image).integer(Tags.NUMBER_OF_FRAMES).orElse(1) / 2 + 1;
    }

    /** With window, viewport and quality as section 8.3.5 writes them. */
    private static Rendering rendering(HttpServletRequest request) {
        String accept = accept(request);
        boolean png = accept.contains("image/png") && !accept.contains("image/jpeg");
        Rendering how = png ? Rendering.png() : Rendering.jpeg();
        String window = request.getParameter("window");
        if (window != null) {
            String[] parts = window.split(",", -1);
            how = how.through(new Window(Double.parseDouble(parts[0]), Double.parseDouble(parts[1])));
        }
        String viewport = request.getParameter("viewport");
        if (viewport != null) {
            String[] parts = viewport.split(",", -1);
            how = how.within(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        } else if (request.getRequestURI().endsWith("/thumbnail")) {
            how = how.within(THUMBNAIL, THUMBNAIL);
        }
        String quality = request.getParameter("quality");
        return quality == null ? how : how.ofQuality(Integer.parseInt(quality));
    }

    private List<ReceivedInstance> find(
            String study, Optional<String> series, Optional<String> instance, Visitor visitor) {
        return shelf
                .find(study, visitor)
                .map(found -> series.map(uid -> found.find(uid)
                                .map(DicomWebShelf.Series::instances)
                                .orElse(List.of()))
                        .orElseGet(found::instances))
                .orElse(List.of())
                .stream()
                .filter(image -> instance.isEmpty() || instance.get().equals(image.uid()))
                .toList();
    }

    /** What the peer takes, in lower case; anything when it does not say. */
    private static String accept(HttpServletRequest request) {
        String parameter = request.getParameter("accept");
        String header = parameter != null ? parameter : request.getHeader("Accept");
        return header == null || header.isBlank()
                ? "*/*"
                : header.toLowerCase(Locale.ROOT).replace("\"", "").replace(" ", "");
    }

    /** As one part of many, or bare when there is one and the peer prefers that. Nothing is ever compressed here. */
    private static void send(
            List<ReceivedInstance> images,
            List<Part> parts,
            String type,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (parts.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String accept = accept(request);
        boolean many = Stream.of(accept.split(",", -1)).anyMatch(one -> suitsParts(one, type));
        boolean bare = parts.size() == 1
                && Stream.of(accept.split(",", -1)).anyMatch(one -> one.startsWith(type) && syntaxSuits(one));
        if (!many && !bare) {
            response.sendError(HttpServletResponse.SC_NOT_ACCEPTABLE);
            return;
        }
        String etag = etag(images, type + request.getRequestURI());
        response.setHeader("ETag", etag);
        response.setHeader("Cache-Control", "private, no-cache");
        if (etag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        if (bare) {
            byte[] bytes = parts.getFirst().bytes();
            response.setContentType(type);
            response.setContentLengthLong(bytes.length);
            response.getOutputStream().write(bytes);
        } else {
            write(parts, type, etag.replaceAll("[^0-9a-f]", ""), response);
        }
    }

    private static boolean suitsParts(String accepted, String type) {
        boolean ofType = accepted.contains("type=" + type) || !accepted.contains("type=");
        return accepted.startsWith("*/*") || (accepted.startsWith("multipart/") && ofType && syntaxSuits(accepted));
    }

    private static boolean syntaxSuits(String accepted) {
        int at = accepted.indexOf("transfer-syntax=");
        String wanted = at < 0
                ? "*"
                : accepted.substring(at + "transfer-syntax=".length()).replaceAll(";.*", "");
        return wanted.equals("*") || wanted.equals(SYNTAX);
    }

    private static void write(List<Part> parts, String type, String boundary, HttpServletResponse response)
            throws IOException {
        response.setContentType("multipart/related; type=\"" + type + "\"; boundary=" + boundary);
        OutputStream out = response.getOutputStream();
        for (Part part : parts) {
            byte[] bytes = part.bytes();
            out.write(("--" + boundary + "\r\nContent-Type: " + type + "; transfer-syntax=" + SYNTAX
                            + "\r\nContent-Length: " + bytes.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(bytes);
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        out.write(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** Changes when any of the files does. */
    private static String etag(List<ReceivedInstance> images, String form) {
        String all = images.stream().map(ReceivedInstance::sha256).collect(Collectors.joining("\n", form + "\n", ""));
        return '"'
                + Hash.sha256(all.getBytes(StandardCharsets.UTF_8)).toString().substring(0, 40)
                + '"';
    }
}
