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

    /** As Pact wants it. */
    VerifiablePacts(Class<?> test) {
        assert test != null;
    }

    @Override
    public List<Pact> load(String provider) throws IOException {
        List<Pact> pacts = new ArrayList<>(folder.load(provider));
        if (System.getProperty("pactbroker.url") != null) {
            PactBroker properties = Objects.requireNonNull(VerifiablePacts.class.getAnnotation(PactBroker.class));
            pacts.addAll(new PactBrokerLoader(properties).load(provider));
        }
        check(pacts);
        EndReport.of(pacts).publish();
        return pacts;
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
