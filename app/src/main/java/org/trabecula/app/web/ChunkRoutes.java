package org.trabecula.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.trabecula.app.Installation;
import org.trabecula.app.images.ChunkedUploads;
import org.trabecula.app.images.ChunkedUploads.Chunk;
import org.trabecula.app.images.Receipt;
import org.trabecula.study.site.Role;

/** Images of one visit that a browser sends in chunks, and goes on with where it stopped. What follows is as with a whole form. */
@Controller
final class ChunkRoutes {
    private static final String AT = "/participants/{id}/visits/{visit}/uploads";
    private final UploadRoutes uploads;
    private final ChunkedUploads chunked;

    ChunkRoutes(Installation installation, UploadRoutes uploads) {
        this.uploads = uploads;
        this.chunked = installation.images().chunked(installation.clock(), new SecureRandom());
    }

    /** The state of an upload: how much of each file has come. */
    record Progress(String upload, List<Long> come, int chunk) {}

    /** Only the same person goes on with it, to the same visit. */
    private static String owner(Visitor visitor, UploadRoutes.UploadPage page) {
        return visitor.user() + " " + page.participant() + " " + page.visit().at();
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR})
    @PostMapping(AT)
    ResponseEntity<Progress> begin(@PathVariable String id, @PathVariable String visit, Typed typed, Visitor visitor)
            throws IOException {
        Optional<UploadRoutes.UploadPage> page = uploads.find(id, visit, visitor);
        List<String> sizes = Stream.of(typed.text("sizes").split(",", -1)).toList();
        if (page.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        if (!sizes.stream().allMatch(size -> size.matches("\\d{1,12}"))) {
            return ResponseEntity.badRequest().build();
        }
        return chunked.begin(
                        owner(visitor, page.get()),
                        sizes.stream().map(Long::valueOf).toList())
                .map(upload -> ResponseEntity.ok(
                        new Progress(upload, sizes.stream().map(_ -> 0L).toList(), ChunkedUploads.MOST_CHUNK)))
                .orElseGet(() ->
                        ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build());
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR})
    @GetMapping(AT + "/{upload}")
    ResponseEntity<Progress> progress(
            @PathVariable String id, @PathVariable String visit, @PathVariable String upload, Visitor visitor)
            throws IOException {
        Optional<UploadRoutes.UploadPage> page = uploads.find(id, visit, visitor);
        Optional<List<Long>> come =
                page.isPresent() ? chunked.come(upload, owner(visitor, page.get())) : Optional.empty();
        return come.map(all -> ResponseEntity.ok(new Progress(upload, all, ChunkedUploads.MOST_CHUNK)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** Takes a chunk as it is; 409 says where the file goes on, 422 that the chunk was damaged on its way. */
    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR})
    @PostMapping(AT + "/{upload}/{file}")
    ResponseEntity<Map<String, Long>> append(
            @PathVariable String id,
            @PathVariable String visit,
            @PathVariable String upload,
            @PathVariable String file,
            @RequestParam(name = "offset", defaultValue = "-1") long offset,
            @RequestParam(name = "sha256", defaultValue = "") String sha256,
            Visitor visitor,
            HttpServletRequest request)
            throws IOException {
        Optional<UploadRoutes.UploadPage> page = uploads.find(id, visit, visitor);
        if (page.isEmpty() || !file.matches("\\d{1,6}")) {
            return ResponseEntity.notFound().build();
        }
        if (request.getContentLengthLong() > ChunkedUploads.MOST_CHUNK) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        Chunk chunk = chunked.append(
                upload, owner(visitor, page.get()), Integer.parseInt(file), offset, sha256, request.getInputStream());
        return switch (chunk) {
            case Chunk.Taken(var come) -> ResponseEntity.ok(Map.of("come", come));
            case Chunk.Elsewhere(var come) ->
                ResponseEntity.status(HttpStatus.CONFLICT).body(Map.of("come", come));
            case Chunk.Damaged(var come) ->
                ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).body(Map.of("come", come));
            case Chunk.Unknown _ -> ResponseEntity.notFound().build();
        };
    }

    /** Receives a whole upload; answers as the form does. */
    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR})
    @PostMapping(AT + "/{upload}/done")
    View done(
            @PathVariable String id,
            @PathVariable String visit,
            @PathVariable String upload,
            Typed typed,
            Visitor visitor,
            HttpServletRequest request)
            throws IOException {
        Optional<UploadRoutes.UploadPage> page = uploads.find(id, visit, visitor);
        if (page.isEmpty()) {
            return Problems.notFound();
        }
        List<String> names = typed.text("names").lines().toList();
        Optional<Receipt> receipt = chunked.finish(
                upload, owner(visitor, page.get()), names, files -> uploads.received(page.get(), files, visitor));
        return receipt.isPresent()
                ? uploads.answer(receipt.get(), page.get(), typed.ticked("coverage"), visitor, request)
                : Problems.notFound();
    }
}
