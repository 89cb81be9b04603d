package org.trabecula.app.web;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * The parts of a multipart body (RFC 2046 section 5.1.1), one after the other as they come; never more than one buffer of them is in
 * memory.
 */
final class MultipartParts {
    private static final int BUFFER = 1 << 16;
    private static final int MOST_HEADER_BYTES = 1 << 13;

    private final InputStream in;
    private final byte[] delimiter;
    private final byte[] buffer = new byte[BUFFER];
    private int start;
    private int end;
    private boolean over;
    private boolean copied;

    MultipartParts(InputStream in, String boundary) {
        this.in = in;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.US_ASCII);
        // As if a line had ended before the first delimiter, which stands at the very beginning.
        buffer[0] = '\r';
        buffer[1] = '\n';
        this.end = 2;
    }

    /** The boundary that a content type names; empty when it is no multipart type with a sensible one. */
    static Optional<String> boundary(String contentType) {
        if (!contentType.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            return Optional.empty();
        }
        for (String parameter : contentType.split(";", -1)) {
            String[] pair = parameter.strip().split("=", 2);
            if (pair.length == 2 && pair[0].equalsIgnoreCase("boundary")) {
                String value = pair[1].strip().replace("\"", "");
                return Optional.of(value).filter(one -> one.matches("[ -~]{1,70}"));
            }
        }
        return Optional.empty();
    }

    /**
     * Moves to the next part, past what is left of this one.
     *
     * @return its content type in lower case, empty if it says none; nothing after the last part
     * @throws EOFException if the body ends before its last delimiter
     */
    Optional<String> next() throws IOException {
        copy(OutputStream.nullOutputStream());
        if (over) {
            return Optional.empty();
        }
        need(2);
        if (buffer[start] == '-' && buffer[start + 1] == '-') {
            over = true;
            return Optional.empty();
        }
        skipLine();
        return Optional.of(contentType());
    }

    /** Copies the content of the part to its end. Before the first part this is the preamble. */
    void copy(OutputStream out) throws IOException {
        while (!over && !copied) {
            int at = find();
            if (at >= 0) {
                out.write(buffer, start, at - start);
                start = at + delimiter.length;
                copied = true;
            } else {
                // What could be the beginning of a delimiter stays.
                int safe = Math.max(0, end - start - delimiter.length + 1);
                out.write(buffer, start, safe);
                start += safe;
                fill();
            }
        }
    }

    private String contentType() throws IOException {
        copied = false;
        String type = "";
        int read = 0;
        for (String line = line(); !line.isEmpty(); line = line()) {
            read += line.length();
            if (read > MOST_HEADER_BYTES) {
                throw new IOException("The header of a part is too long");
            }
            if (line.toLowerCase(Locale.ROOT).startsWith("content-type:")) {
                type = line.substring("content-type:".length()).strip().toLowerCase(Locale.ROOT);
            }
        }
        return type;
    }

    private void skipLine() throws IOException {
        String rest = line();
        if (!rest.isBlank()) {
            throw new IOException("Something stands behind a delimiter");
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        while (true) {
            need(1);
            char c = (char) (buffer[start++] & 0xFF);
            if (c == '\n') {
                return line.toString().stripTrailing();
            }
            line.append(c);
            if (line.length() > MOST_HEADER_BYTES) {
                throw new IOException("A line in the header of a part is too long");
            }
        }
    }

    private int find() {
        for (int at = start; at <= end - delimiter.length; at++) {
            if (buffer[at] == '\r'
                    && java.util.Arrays.equals(buffer, at, at + delimiter.length, delimiter, 0, delimiter.length)) {
                return at;
            }
        }
        return -1;
    }

    private void need(int bytes) throws IOException {
        while (end - start < bytes) {
            fill();
        }
    }

    private void fill() throws IOException {
        if (start > BUFFER / 2) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        int count = in.read(buffer, end, buffer.length - end);
        if (count < 0) {
            throw new EOFException("The body ends before its last delimiter");
        }
        end += count;
    }
}
