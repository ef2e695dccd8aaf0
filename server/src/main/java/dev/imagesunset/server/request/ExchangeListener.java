package dev.imagesunset.server.request;

/** Listens for requests that have been answered. */
public interface ExchangeListener {
    /** Called when the answer has been given and it is settled who called. */
    void ended(Exchange exchange);
}
