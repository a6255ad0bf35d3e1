namespace PartnerTrust.Plugin.Sharing;

/// <summary>Where the sessions of one program tell one another what it declares: in an update each acts by itself.</summary>
internal interface INoticeBoard : IDisposable
{
    /// <summary>Tells the others. The last word on a topic counts.</summary>
    /// <param name="topic">On what; compared without case.</param>
    /// <param name="text">Nothing secret: it may lie in a file.</param>
    void Post(string topic, string text);

    /// <summary>What a session has told; null where none has.</summary>
    string? Find(string topic);
}
