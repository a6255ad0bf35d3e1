namespace PartnerTrust.Plugin.Hosting;

/// <summary>The process that started this one.</summary>
internal interface IParent : IDisposable
{
    /// <summary>Whether it is gone, as far as the system tells: where one process takes in all orphans, such as a container's first, it may be
    /// the very one that started us.</summary>
    bool IsGone { get; }
}
