namespace PartnerTrust.Trust.Servers;

/// <summary>The products between which trust is declared. The names are the wire values of the <c>product</c> setting.</summary>
public enum ServerProduct
{
    /// <summary>Lync Server 2013 or any Skype for Business Server.</summary>
    LyncServer,

    /// <summary>Exchange Server 2013 or later.</summary>
    ExchangeServer,

    /// <summary>SharePoint Server 2013 or later.</summary>
    SharePointServer,

    /// <summary>A third-party security token server, for partners that cannot issue their own tokens.</summary>
    TokenServer,
}
