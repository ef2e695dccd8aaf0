package dev.imagesunset.server.bench;

/** Runs the benchmarks so briefly that they measure nothing: it shows that they still run. */
final class Trial {
    private static boolean on;

    private Trial() {}

    /** Whether the benchmarks run in one. */
    static boolean on() {
        return on;
    }

    public static void main(String[] arguments) throws Exception {
        on = true;
        DeleteBenchmark.main(arguments);
        PageBenchmark.main(arguments);
        SunsetPageBenchmark.main(arguments);
        ConstantRate.main(arguments);
        TwoVersions.main(arguments);
        ManyConnections.main(arguments);
        HungDatabase.main(arguments);
        Soak.main(arguments);
    }
}
