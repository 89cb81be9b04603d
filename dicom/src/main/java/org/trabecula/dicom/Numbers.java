package org.trabecula.dicom;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Numbers in and out of values: binary ones, and the decimal and integer strings DS and IS of PS3.5 section 6.2. */
final class Numbers {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");
    private static final int DS_LENGTH = 16;

    private Numbers() {}

    /** All of them, or none if one is not a finite number. */
    static List<Double> parsed(List<String> texts) {
        List<Double> numbers = new ArrayList<>(texts.size());
        for (String text : texts) {
            if (!isDecimal(text) || !Double.isFinite(Double.parseDouble(text))) {
                return List.of();
            }
            numbers.add(Double.parseDouble(text));
        }
        return numbers;
    }

    static List<Double> read(Vr vr, ByteBuffer bytes) {
        List<Double> numbers = new ArrayList<>();
        while (bytes.remaining() >= vr.word()) {
            double number = next(vr, bytes);
            if (!Double.isFinite(number)) {
                return List.of();
            }
            numbers.add(number);
        }
        return numbers;
    }

    static boolean isDecimal(String text) {
        return DECIMAL.matcher(text).matches();
    }

    static double next(Vr vr, ByteBuffer bytes) {
        return switch (vr) {
            case US -> Short.toUnsignedInt(bytes.getShort());
            case SS -> bytes.getShort();
            case UL -> Integer.toUnsignedLong(bytes.getInt());
            case SL -> bytes.getInt();
            case FL -> bytes.getFloat();
            case FD -> bytes.getDouble();
            case UV, SV -> bytes.getLong();
            case AE,
                    AS,
                    AT,
                    CS,
                    DA,
                    DS,
                    DT,
                    IS,
                    LO,
                    LT,
                    OB,
                    OD,
                    OF,
                    OL,
                    OV,
                    OW,
                    PN,
                    SH,
                    SQ,
                    ST,
                    TM,
                    UC,
                    UI,
                    UN,
                    UR,
                    UT -> throw new IllegalArgumentException(vr + " holds no numbers.");
        };
    }

    static byte[] written(Vr vr, double[] numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * vr.word()).order(ByteOrder.LITTLE_ENDIAN);
        for (double number : numbers) {
            switch (vr) {
                case US -> bytes.putShort((short) whole(number, 0, 0xFFFF));
                case SS -> bytes.putShort((short) whole(number, Short.MIN_VALUE, Short.MAX_VALUE));
                case UL -> bytes.putInt((int) whole(number, 0, 0xFFFFFFFFL));
                case SL -> bytes.putInt((int) whole(number, Integer.MIN_VALUE, Integer.MAX_VALUE));
                case UV, SV -> bytes.putLong(whole(number));
                case FL -> bytes.putFloat((float) number);
                case FD -> bytes.putDouble(number);
                case AE,
                        AS,
                        AT,
                        CS,
                        DA,
                        DS,
                        DT,
                        IS,
                        LO,
                        LT,
                        OB,
                        OD,
                        OF,
                        OL,
                        OV,
                        OW,
                        PN,
                        SH,
                        SQ,
                        ST,
                        TM,
                        UC,
                        UI,
                        UN,
                        UR,
                        UT -> throw new IllegalArgumentException(vr + " holds no numbers.");
            }
        }
        return bytes.array();
    }

    /** A decimal string of at most 16 characters, as exact as fits. */
    static String decimalString(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("A decimal string cannot hold " + number + ".");
        }
        for (int digits = 15; digits > 0; digits--) {
            BigDecimal rounded =
                    new BigDecimal(number).round(new MathContext(digits)).stripTrailingZeros();
            String plain = rounded.toPlainString();
            String text = plain.length() <= DS_LENGTH ? plain : rounded.toString();
            if (text.length() <= DS_LENGTH) {
                return text;
            }
        }
        throw new IllegalStateException("One digit always fits.");
    }

    private static long whole(double number, long least, long most) {
        long whole = whole(number);
        if (whole < least || whole > most) {
            throw new IllegalArgumentException(whole + " does not lie in " + least + " to " + most + ".");
        }
        return whole;
    }

    static long whole(double number) {
        if (number != Math.rint(number)) {
            throw new IllegalArgumentException(number + " is not a whole number.");
        }
        return (long) number;
    }
}
