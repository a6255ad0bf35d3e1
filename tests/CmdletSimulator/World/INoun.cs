namespace PartnerTrust.CmdletSimulator.World;

/// <summary>The cmdlets about one kind of thing.</summary>
internal interface INoun
{
    void AddTo(CmdletTable table);
}
