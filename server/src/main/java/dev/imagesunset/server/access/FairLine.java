package dev.imagesunset.server.access;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * A queue of questions, of which only a few are asked at once. Questions about tokens known to be valid come first, but
 * every fourth turn goes to the others. Among those, the sources take turns. While all of a source can have theirs in
 * time, its oldest question comes first; otherwise its newest, since the caller with the oldest is about to give up. When
 * too many of them wait, the source with the most drops its oldest.
 */
final class FairLine {
    private static final int TURNS_UNTIL_A_STRANGERS = 4;

    /** How many turns a caller can wait for; fewer than half of what Keystone answers while callers are patient. */
    private static final int TURNS_IN_TIME = 16;

    /** A question, and what happens if it is never asked. */
    interface Question {
        /** Whether nobody is waiting for the answer any more. */
        boolean isOver();

        void ask();

        void giveWay();
    }

    private final Executor workers;
    private final int most;
    private final int longest;
    private final Deque<Question> aboutKnown = new ArrayDeque<>();
    private final Map<String, Deque<Question>> bySource = new LinkedHashMap<>();
    private int strangers;
    private int turn;
    private int asking;

    FairLine(Executor workers, int most, int longest) {
        this.workers = workers;
        this.most = most;
        this.longest = longest;
    }

    void addKnown(Question question) {
        Question tooMany;
        synchronized (this) {
            aboutKnown.addLast(question);
            tooMany = aboutKnown.size() > longest ? aboutKnown.removeLast() : null;
        }
        proceed(tooMany);
    }

    void add(Question question, String source) {
        Question tooMany;
        synchronized (this) {
            bySource.computeIfAbsent(source, first -> new ArrayDeque<>()).addFirst(question);
            strangers++;
            tooMany = strangers > longest ? oldestOfTheLongest() : null;
        }
        proceed(tooMany);
    }

    private void proceed(@Nullable Question tooMany) {
        if (tooMany != null) {
            tooMany.giveWay();
        }
        if (isOneMoreAsked()) {
            workers.execute(this::askAll);
        }
    }

    private synchronized boolean isOneMoreAsked() {
        boolean isOneMore = asking < most;
        asking += isOneMore ? 1 : 0;
        return isOneMore;
    }

    private void askAll() {
        for (Question question = next(); question != null; question = next()) {
            if (!question.isOver()) {
                question.ask();
            }
        }
    }

    private synchronized @Nullable Question next() {
        turn = (turn + 1) % TURNS_UNTIL_A_STRANGERS;
        boolean isStrangers = turn == 0 && strangers > 0;
        if (!aboutKnown.isEmpty() && !isStrangers) {
            return aboutKnown.removeFirst();
        }
        if (strangers > 0) {
            return nextOfTheNextSource();
        }
        asking--;
        return null;
    }

    private Question nextOfTheNextSource() {
        int sources = bySource.size();
        String source = bySource.keySet().iterator().next();
        Deque<Question> line = bySource.remove(source);
        Question question = line.size() * sources > TURNS_IN_TIME ? line.removeFirst() : line.removeLast();
        if (!line.isEmpty()) {
            bySource.put(source, line);
        }
        strangers--;
        return question;
    }

    private Question oldestOfTheLongest() {
        Map.Entry<String, Deque<Question>> line = bySource.entrySet().stream()
                .max(Comparator.comparingInt(entry -> entry.getValue().size()))
                .orElseThrow();
        Question question = line.getValue().removeLast();
        if (line.getValue().isEmpty()) {
            bySource.remove(line.getKey());
        }
        strangers--;
        return question;
    }
}
