package dev.imagesunset.server.calls;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The program that a {@code User-Agent} names, without its version: one of a small set, whatever callers send. The
 * first match counts, since programs name themselves before the libraries that they use.
 */
record AgentFamily(String name, List<String> marks) {
    private static final int FAR_ENOUGH = 300;

    private static final List<AgentFamily> FAMILIES = List.of(
            family("image-sunset-client"),
            family("terraform"),
            family("ansible"),
            family("python-openstackclient", "openstackclient", "osc-lib"),
            family("python-glanceclient"),
            family("openstacksdk"),
            family("keystoneauth"),
            // Huawei's SDKs: one calls itself huaweicloud-usdk-java and so on; an older one for Go, golangsdk.
            family("huaweicloud-sdk", "huaweicloud-usdk", "huaweicloud-sdk"),
            family("golangsdk"),
            family("gophercloud"),
            family("openstack4j"),
            family("jclouds"),
            family("fog", "fog-core", "fog-openstack", "excon"),
            family("okhttp"),
            family("apache-httpclient"),
            family("java-http-client"),
            family("java", "java/"),
            family("python-requests"),
            family("python-httpx"),
            family("aiohttp"),
            family("python-urllib"),
            family("go-http-client"),
            family("node", "axios", "node-fetch", "undici", "node.js"),
            family("postman", "postmanruntime"),
            family("wget", "wget/"),
            family("curl", "curl/"),
            family("browser", "mozilla/"));

    private static AgentFamily family(String name, String... marks) {
        return new AgentFamily(name, marks.length == 0 ? List.of(name) : Arrays.asList(marks));
    }

    /** The family of a {@code User-Agent}; {@code none} without one, {@code other} for an unknown one. */
    static String of(@Nullable String userAgent) {
        if (userAgent == null || userAgent.isBlank()) {
            return "none";
        }
        String text =
                userAgent.substring(0, Math.min(userAgent.length(), FAR_ENOUGH)).toLowerCase(Locale.ROOT);
        return FAMILIES.stream()
                .filter(family -> family.marks.stream().anyMatch(text::contains))
                .map(AgentFamily::name)
                .findFirst()
                .orElse("other");
    }
}
