package dev.imagesunset.client;

/**
 * What keeps the retries of all calls of a client from being most of a sick service's load: twenty at once, and then one
 * each second and one for every ten calls.
 */
final class RetryBudget {
    private static final double MOST = 20;
    private static final double PER_CALL = 0.1;
    private static final double PER_NANOSECOND = 1e-9;

    private final Time time;
    private double left = MOST;
    private long countedAt;

    RetryBudget(Time time) {
        this.time = time;
        countedAt = time.nanos();
    }

    synchronized void earnByACall() {
        earn(PER_CALL);
    }

    /** Whether there may be a retry; it is spent then. */
    synchronized boolean spend() {
        long now = time.nanos();
        earn((now - countedAt) * PER_NANOSECOND);
        countedAt = now;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }

    private void earn(double retries) {
        left = Math.min(MOST, left + retries);
    }
}
