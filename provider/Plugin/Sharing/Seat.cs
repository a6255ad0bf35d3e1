namespace PartnerTrust.Plugin.Sharing;

/// <summary>Which part a process has in the preview.</summary>
internal abstract class Seat : IDisposable
{
    /// <summary>Who plans for all; null for this process itself.</summary>
    public virtual IPreviewLeader? Leader => null;

    /// <summary>Whether somebody who is configured otherwise plans for the same servers, so that nothing can be told for sure.</summary>
    public virtual bool IsContested => false;

    public void Dispose()
    {
        Leave();
        GC.SuppressFinalize(this);
    }

    protected virtual void Leave()
    {
    }

    /// <summary>Another process plans.</summary>
    internal sealed class Follower(IPreviewLeader leader) : Seat
    {
        public override IPreviewLeader? Leader => leader;

        protected override void Leave() => (leader as IDisposable)?.Dispose();
    }

    /// <summary>Another process plans otherwise.</summary>
    internal sealed class Contested : Seat
    {
        public override bool IsContested => true;
    }

    /// <summary>Nobody else is concerned, as far as can be seen.</summary>
    internal sealed class Lonely : Seat
    {
    }
}
