package dev.imagesunset.server.request;

/** Is told of every request when it has been answered. */
public interface ExchangeListener {
    /** The answer has been given. */
    void ended(Exchange exchange);
}
