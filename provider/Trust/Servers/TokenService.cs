namespace PartnerTrust.Trust.Servers;

/// <summary>What of a server takes calls with a token.</summary>
public enum TokenService
{
    /// <summary>Autodiscover over SOAP.</summary>
    Autodiscover,

    /// <summary>The older Autodiscover, plain XML.</summary>
    PlainAutodiscover,

    /// <summary>Exchange Web Services.</summary>
    Ews,

    /// <summary>A file of the description of <see cref="Ews"/>, for those who only look.</summary>
    Description,

    /// <summary>A page that is shown to whoever brings a good token.</summary>
    Guarded,
}
