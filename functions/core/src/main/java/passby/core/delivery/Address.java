package passby.core.delivery;

/** Where alerts go: an officer's telephone, browser or mailbox, or a system of the city's. */
public sealed interface Address permits PhoneNumber, Browser, EmailAddress, Webhook {}
