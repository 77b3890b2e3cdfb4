package org.tonari.explain;

/// How a term's value follows from its parts, in their order.
public enum Operation {
    SUM(" + "),
    PRODUCT(" × "),
    /// The first part less all others.
    DIFFERENCE(" − "),
    /// The first part divided by all others.
    QUOTIENT(" ÷ "),
    MAXIMUM(", "),
    MINIMUM(", "),
    /// The first part rounded up to a multiple of the second.
    PAD_UP(", ");

    private final String sign;

    Operation(String sign) {
        this.sign = sign;
    }

    /// @return the sign between two parts when the formula is written out
    public String sign() {
        return sign;
    }

    double apply(double left, double right) {
        return switch (this) {
            case SUM -> left + right;
            case PRODUCT -> left * right;
            case DIFFERENCE -> left - right;
            case QUOTIENT -> left / right;
            case MAXIMUM -> Math.max(left, right);
            case MINIMUM -> Math.min(left, right);
            case PAD_UP -> Math.ceil(left / right) * right;
        };
    }

    long apply(long left, long right) {
        return switch (this) {
            case SUM -> Math.addExact(left, right);
            case PRODUCT -> Math.multiplyExact(left, right);
            case DIFFERENCE -> Math.subtractExact(left, right);
            case QUOTIENT -> left / right;
            case MAXIMUM -> Math.max(left, right);
            case MINIMUM -> Math.min(left, right);
            case PAD_UP -> Math.multiplyExact(Math.ceilDiv(left, right), right);
        };
    }
}
