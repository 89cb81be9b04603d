package org.trabecula.dicom.net;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.trabecula.dicom.net.NetworkException.Reason;

/**
 * The bytes of requests for an association and of their acceptance (PS3.8 sections 9.3.2 and 9.3.3, PS3.7 annex D.3.3). Items that are not
 * known, user identity among them, are passed over, as PS3.8 section 9.3.1 asks.
 */
final class AssociateItems {
    private static final int TITLE = 16;
    private static final int RESERVED = 32;
    private static final int APPLICATION = 0x10;
    private static final int CONTEXT_RQ = 0x20;
    private static final int CONTEXT_AC = 0x21;
    private static final int ABSTRACT = 0x30;
    private static final int TRANSFER = 0x40;
    private static final int USER = 0x50;
    private static final int LONGEST = 0x51;
    private static final int IMPLEMENTATION = 0x52;
    private static final int ROLE = 0x54;
    private static final int VERSION_NAME = 0x55;
    private static final int MOST_CONTEXTS = 128;

    private AssociateItems() {}

    /** One item: its kind and what is in it. */
    private record Item(int kind, ByteBuffer body) {
        String text() {
            return AssociateItems.text(body, body.remaining());
        }
    }

    static Proposal proposal(ByteBuffer in) throws NetworkException {
        int version = Short.toUnsignedInt(in.getShort());
        in.getShort();
        String called = text(in, TITLE);
        String calling = text(in, TITLE);
        in.position(in.position() + RESERVED);
        String application = "";
        List<Proposal.Context> contexts = new ArrayList<>();
        Proposal.UserInformation user = new Proposal.UserInformation(0, "", "", List.of());
        for (Item item : items(in)) {
            switch (item.kind()) {
                case APPLICATION -> application = item.text();
                case CONTEXT_RQ -> contexts.add(proposed(item.body()));
                case USER -> user = user(item.body());
                default -> {
                    // Not known, to be passed over.
                }
            }
        }
        if (contexts.size() > MOST_CONTEXTS) {
            throw NetworkException.because(Reason.INVALID_PARAMETER, "More than 128 presentation contexts.");
        }
        return new Proposal(version, called, calling, application, contexts, user);
    }

    static Acceptance acceptance(ByteBuffer in) {
        in.getInt();
        String called = text(in, TITLE);
        String calling = text(in, TITLE);
        in.position(in.position() + RESERVED);
        String application = "";
        List<Acceptance.Context> contexts = new ArrayList<>();
        Proposal.UserInformation user = new Proposal.UserInformation(0, "", "", List.of());
        for (Item item : items(in)) {
            switch (item.kind()) {
                case APPLICATION -> application = item.text();
                case CONTEXT_AC -> contexts.add(accepted(item.body()));
                case USER -> user = user(item.body());
                default -> {
                    // Not known, to be passed over.
                }
            }
        }
        return new Acceptance(called, calling, application, contexts, user);
    }

    private static Proposal.Context proposed(ByteBuffer in) {
        int id = Byte.toUnsignedInt(in.get());
        in.position(in.position() + 3);
        String what = "";
        List<String> syntaxes = new ArrayList<>();
        for (Item item : items(in)) {
            if (item.kind() == ABSTRACT) {
                what = item.text();
            } else if (item.kind() == TRANSFER) {
                syntaxes.add(item.text());
            }
        }
        return new Proposal.Context(id, what, syntaxes);
    }

    private static Acceptance.Context accepted(ByteBuffer in) {
        int id = Byte.toUnsignedInt(in.get());
        in.get();
        int result = Byte.toUnsignedInt(in.get());
        in.get();
        String syntax = items(in).stream()
                .filter(item -> item.kind() == TRANSFER)
                .map(Item::text)
                .findFirst()
                .orElse("");
        return new Acceptance.Context(id, result, syntax);
    }

    private static Proposal.UserInformation user(ByteBuffer in) {
        long longest = 0;
        String implementation = "";
        String name = "";
        List<Proposal.Role> roles = new ArrayList<>();
        for (Item item : items(in)) {
            switch (item.kind()) {
                case LONGEST -> longest = Integer.toUnsignedLong(item.body().getInt());
                case IMPLEMENTATION -> implementation = item.text();
                case VERSION_NAME -> name = item.text();
                case ROLE -> {
                    int length = Short.toUnsignedInt(item.body().getShort());
                    String sopClass = text(item.body(), length);
                    roles.add(new Proposal.Role(
                            sopClass, item.body().get() == 1, item.body().get() == 1));
                }
                default -> {
                    // Not known, to be passed over.
                }
            }
        }
        return new Proposal.UserInformation(longest, implementation, name, roles);
    }

    private static List<Item> items(ByteBuffer in) {
        List<Item> items = new ArrayList<>();
        while (in.hasRemaining()) {
            int kind = Byte.toUnsignedInt(in.get());
            in.get();
            int length = Short.toUnsignedInt(in.getShort());
            items.add(new Item(kind, in.slice(in.position(), length)));
            in.position(in.position() + length);
        }
        return items;
    }

    /** Padding and what cannot be printed are no part of a title or UID. */
    private static String text(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, StandardCharsets.US_ASCII)
                .replaceAll("[^ -~]", "")
                .strip();
    }

    static byte[] bytes(Proposal proposal) {
        return written(out -> {
            start(out, proposal.called(), proposal.calling());
            item(out, APPLICATION, text(proposal.application()));
            for (Proposal.Context context : proposal.contexts()) {
                item(out, CONTEXT_RQ, inside -> {
                    inside.writeBytes(new byte[] {(byte) context.id(), 0, 0, 0});
                    item(inside, ABSTRACT, text(context.abstractSyntax()));
                    context.syntaxes().forEach(syntax -> item(inside, TRANSFER, text(syntax)));
                });
            }
            item(out, USER, user(proposal.user()));
        });
    }

    static byte[] bytes(Acceptance acceptance) {
        return written(out -> {
            start(out, acceptance.called(), acceptance.calling());
            item(out, APPLICATION, text(acceptance.application()));
            for (Acceptance.Context context : acceptance.contexts()) {
                item(out, CONTEXT_AC, inside -> {
                    inside.writeBytes(new byte[] {(byte) context.id(), 0, (byte) context.result(), 0});
                    item(inside, TRANSFER, text(context.syntax()));
                });
            }
            item(out, USER, user(acceptance.user()));
        });
    }

    private static void start(ByteArrayOutputStream out, String called, String calling) {
        out.writeBytes(new byte[] {0, 1, 0, 0});
        out.writeBytes("%-16.16s%-16.16s".formatted(called, calling).getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(new byte[RESERVED]);
    }

    private static Consumer<ByteArrayOutputStream> user(Proposal.UserInformation user) {
        return out -> {
            item(out, LONGEST, inside -> number(inside, user.longest(), 4));
            item(out, IMPLEMENTATION, text(user.implementation()));
            for (Proposal.Role role : user.roles()) {
                item(out, ROLE, inside -> {
                    number(inside, role.sopClass().length(), 2);
                    text(role.sopClass()).accept(inside);
                    inside.write(role.user() ? 1 : 0);
                    inside.write(role.provider() ? 1 : 0);
                });
            }
            item(out, VERSION_NAME, text(user.versionName()));
        };
    }

    private static Consumer<ByteArrayOutputStream> text(String text) {
        return out -> out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void item(ByteArrayOutputStream out, int kind, Consumer<ByteArrayOutputStream> inside) {
        byte[] body = written(inside);
        out.write(kind);
        out.write(0);
        number(out, body.length, 2);
        out.writeBytes(body);
    }

    private static void number(ByteArrayOutputStream out, long value, int bytes) {
        for (int i = bytes - 1; i >= 0; i--) {
            out.write((int) (value >>> (8 * i)));
        }
    }

    private static byte[] written(Consumer<ByteArrayOutputStream> inside) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        inside.accept(out);
        return out.toByteArray();
    }
}
