package dev.imagesunset.server.pact;

import au.com.dius.pact.core.model.BrokerUrlSource;
import au.com.dius.pact.core.model.DirectorySource;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.provider.junitsupport.loader.PactBroker;
import au.com.dius.pact.provider.junitsupport.loader.PactBrokerLoader;
import au.com.dius.pact.provider.junitsupport.loader.PactFolderLoader;
import au.com.dius.pact.provider.junitsupport.loader.PactLoader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The pacts of the folder, and those of a broker if its address is given. All of Pact JVM's own properties hold. A pact
 * that no server can keep stops everything before a request is sent, unless it is pending.
 */
@PactBroker
final class VerifiablePacts implements PactLoader {
    private final PactFolderLoader folder = new PactFolderLoader("${pact.folder}");

    private final Class<?> test;

    /** As Pact wants it. */
    VerifiablePacts(Class<?> test) {
        this.test = test;
    }

    @Override
    public List<Pact> load(String provider) throws IOException {
        List<Pact> pacts = new ArrayList<>(folder.load(provider));
        if (System.getProperty("pactbroker.url") != null) {
            pacts.addAll(fromBroker(provider));
        }
        check(pacts);
        EndReport.of(pacts).publish();
        return pacts;
    }

    private List<Pact> fromBroker(String provider) throws IOException {
        if (AsOf.day().isPresent() && Boolean.getBoolean("pact.verifier.publishResults")) {
            throw new IllegalStateException("What holds as of another day is nothing to publish:"
                    + " leave out pact.asOf or pact.verifier.publishResults.");
        }
        GitRevision.tellPact();
        PactBrokerLoader broker =
                new PactBrokerLoader(Objects.requireNonNull(VerifiablePacts.class.getAnnotation(PactBroker.class)));
        broker.initLoader(test, null);
        try {
            return broker.load(provider);
        } catch (Exception e) { // Kotlin declares none.
            throw new IOException(
                    "The broker at %s gave no pacts. Look at pactbroker.url and pactbroker.auth.token: %s"
                            .formatted(System.getProperty("pactbroker.url"), e.getMessage()),
                    e);
        }
    }

    private static void check(List<Pact> pacts) {
        String complaints = pacts.stream()
                .filter(pact -> !isPending(pact))
                .flatMap(PactCheck::complaints)
                .collect(Collectors.joining("\n"));
        if (!complaints.isEmpty()) {
            throw new IllegalStateException(
                    "Nothing was verified, because no server could keep these pacts.\n" + complaints);
        }
    }

    private static boolean isPending(Pact pact) {
        return pact.getSource() instanceof BrokerUrlSource broker
                && broker.getResult() != null
                && broker.getResult().getPending();
    }

    @Override
    public DirectorySource getPactSource() {
        return folder.getPactSource();
    }

    @Override
    public String description() {
        return folder.description();
    }
}
