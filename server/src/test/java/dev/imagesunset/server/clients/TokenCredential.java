package dev.imagesunset.server.clients;

import com.huaweicloud.sdk.core.HcClient;
import com.huaweicloud.sdk.core.auth.ICredential;
import com.huaweicloud.sdk.core.http.HttpClient;
import com.huaweicloud.sdk.core.http.HttpRequest;
import java.util.concurrent.CompletableFuture;

/** Lets Huawei's SDK send a token, where it would sign its requests with an access key. */
record TokenCredential(String token) implements ICredential {
    @Override
    public CompletableFuture<ICredential> processAuthParams(HcClient client, String region) {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public CompletableFuture<HttpRequest> processAuthRequest(HttpRequest request, HttpClient client) {
        return CompletableFuture.completedFuture(
                request.builder().addHeader("X-Auth-Token", token).build());
    }

    @Override
    public ICredential deepClone() {
        return this;
    }
}
