package dev.imagesunset.client.testing;

import dev.imagesunset.client.ImageService;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each JUnit Jupiter test that asks for it its own {@link ImageServiceStub}, and an {@link ImageService} that
 * calls it, as parameters of the test or, from JUnit 5.12 on, of its class's constructor; both are closed after the test:
 *
 * <pre>
 * &#64;ExtendWith(ImageServiceStubExtension.class)
 * class CleanerTest {
 *     &#64;Test
 *     void oldImagesAreDeleted(ImageServiceStub stub, ImageService images) {
 * </pre>
 */
public final class ImageServiceStubExtension implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(ImageServiceStubExtension.class);
    private static final Set<Class<?>> TYPES = Set.of(ImageServiceStub.class, ImageService.class);

    /** For JUnit. */
    public ImageServiceStubExtension() {}

    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return TYPES.contains(parameter.getParameter().getType());
    }

    @Override
    @SuppressWarnings("deprecation") // what JUnit 6 has in its place, JUnit 5 has not
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Running running = Objects.requireNonNull(
                test.getStore(NAMESPACE).getOrComputeIfAbsent(Running.class, key -> new Running(), Running.class));
        return parameter.getParameter().getType() == ImageServiceStub.class ? running.stub : running.images;
    }

    /** JUnit closes it with the test: before version 6 by one interface, from then on by the other. */
    @SuppressWarnings("deprecation")
    private static final class Running implements ExtensionContext.Store.CloseableResource, AutoCloseable {
        private final ImageServiceStub stub = ImageServiceStub.start();
        private final ImageService images = stub.clientBuilder().build();

        @Override
        public void close() {
            images.close();
            stub.close();
        }
    }
}
