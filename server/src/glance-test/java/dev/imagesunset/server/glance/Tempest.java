package dev.imagesunset.server.glance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** OpenStack's own test suite, Debian's {@code tempest}, as far as it is about images. */
final class Tempest {
    private static final Pattern OUTCOME =
            Pattern.compile("^\\{\\d+\\} (\\S+) (?:\\[[^]]+] )?\\.\\.\\. (ok|FAILED|SKIPPED)\\b.*$", Pattern.MULTILINE);

    private Tempest() {}

    /** The tests about images that pass against the image service of a region. */
    static List<String> passed(Path folder, String region) throws IOException {
        return outcomes(folder, region, "^tempest\\.api\\.image\\.v2\\.(test_|admin\\.test_images\\.)")
                .entrySet()
                .stream()
                .filter(test -> test.getValue().equals("ok"))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What became of the tests with certain names: {@code ok}, {@code FAILED} or {@code SKIPPED}. */
    static SortedMap<String, String> outcomes(Path folder, String region, String names) throws IOException {
        Files.createDirectories(folder);
        Path configuration = Files.writeString(folder.resolve("tempest.conf"), """
                [auth]
                use_dynamic_credentials = true
                admin_username = admin
                admin_password = %1$s
                admin_project_name = admin
                admin_domain_name = Default
                [identity]
                uri_v3 = %2$s/v3
                auth_version = v3
                region = RegionOne
                default_domain_id = default
                v3_endpoint_type = public
                [image]
                region = %3$s
                [image-feature-enabled]
                import_image = false
                os_glance_reserved = true
                [service_available]
                glance = true
                nova = false
                neutron = false
                cinder = false
                swift = false
                [oslo_concurrency]
                lock_path = %4$s/lock
                """.formatted(
                        RealGlance.PASSWORD, RealGlance.KEYSTONE, region, folder));
        Path workspace = folder.resolve("workspace");
        start(
                folder,
                "tempest",
                "init",
                workspace.toString(),
                "--workspace-path",
                folder.resolve("workspaces.yaml").toString());
        String output = start(
                workspace,
                "tempest",
                "run",
                "--config-file",
                configuration.toString(),
                "--concurrency",
                "2",
                "--regex",
                names);
        return OUTCOME.matcher(output)
                .results()
                .collect(Collectors.toMap(
                        test -> test.group(1), test -> test.group(2), (first, second) -> second, TreeMap::new));
    }

    /** Some of its tests fail on Glance alone. */
    private static String start(Path folder, String... command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("HOME", folder.toString());
        Process process = builder.start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
