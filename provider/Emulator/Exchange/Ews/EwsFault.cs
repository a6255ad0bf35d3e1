namespace PartnerTrust.Emulator.Exchange.Ews;

/// <summary>A request that is refused as a whole: becomes a SOAP fault with a response code of the service.</summary>
internal sealed class EwsFault(string code, string message) : Exception(message)
{
    public string Code { get; } = code;

    public static EwsFault Schema(string violation) => new("ErrorSchemaValidation", $"The request failed schema validation: {violation}");

    public static EwsFault ServerVersion() => new("ErrorInvalidServerVersion", "The specified server version is invalid.");

    public static EwsFault UnknownOperation(string operation, IEnumerable<string> known) => new(
        "ErrorInvalidRequest", $"This server does not emulate the operation '{operation}'. It emulates {string.Join(", ", known)}.");
}
