package dev.imagesunset.server.calls;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentFamilyTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            openstacksdk/4.0.0 keystoneauth1/5.8.0 python-requests/2.32.3 CPython/3.12.3 | openstacksdk
            python-openstackclient/6.0.0 osc-lib/2.6.2 keystoneauth1/5.1.1 python-requests/2.28.1 CPython/3.11.2 | python-openstackclient
            python-glanceclient                                     | python-glanceclient
            python-novaclient keystoneauth1/5.1.1                   | keystoneauth
            gophercloud/v2.4.0                                      | gophercloud
            HashiCorp Terraform/1.9.0 (+https://www.terraform.io) Terraform Plugin SDK/2.34.0 gophercloud/v2.4.0 | terraform
            golangsdk/2.0.0                                         | golangsdk
            huaweicloud-usdk-java/3.0                               | huaweicloud-sdk
            huaweicloud-usdk-go/3.0; app                            | huaweicloud-sdk
            OpenStack4j / OpenStack Client                          | openstack4j
            jclouds/2.6.0 java/17.0.12                              | jclouds
            okhttp/4.12.0                                           | okhttp
            Apache-HttpClient/5.4.1 (Java/17.0.12)                  | apache-httpclient
            Java-http-client/17.0.12                                | java-http-client
            Java/1.8.0_432                                          | java
            python-requests/2.32.3                                  | python-requests
            Go-http-client/1.1                                      | go-http-client
            CURL/8.5.0                                              | curl
            Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101          | browser
            Something/1.0                                           | other
            ''                                                      | none
                                                                    | none
            """)
    void aProgramIsKnownByWhatItSends(@Nullable String userAgent, String family) {
        assertThat(AgentFamily.of(userAgent)).isEqualTo(family);
    }

    @Test
    void aMarkFarBehindIsNotLookedFor() {
        assertThat(AgentFamily.of("x".repeat(16_000) + "curl/8.5.0")).isEqualTo("other");
    }
}
