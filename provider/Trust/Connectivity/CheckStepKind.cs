namespace PartnerTrust.Trust.Connectivity;

/// <summary>What a check does on its way, once its question is found to be one. The names, in camel case, are those of the steps.</summary>
public enum CheckStepKind
{
    /// <summary>Looks up where the caller looks for Exchange.</summary>
    Autodiscover,

    /// <summary>Asks a server whose tokens it takes.</summary>
    Challenge,

    /// <summary>Gets a token for it.</summary>
    Token,

    /// <summary>Asks Autodiscover where the user's mailbox is.</summary>
    UserSettings,

    /// <summary>Shows a server the token and asks for nothing: the end of a probe.</summary>
    PresentToken,

    /// <summary>Writes an item into the mailbox.</summary>
    WriteItem,

    ReadItem,

    DeleteItem,
}
