using System.Collections.Immutable;
using PartnerTrust.Engines.Tests.PowerShell.Model;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.Tests.PowerShell.Remedies;

/// <summary>Modelled servers, and what is to be done on them.</summary>
internal sealed class ModelStage : IAsyncDisposable
{
    public ModelEstate Estate { get; } = new();

    public required Func<ModelEstate, Task<ImmutableArray<Fault>>> Act { get; set; }

    public ValueTask DisposeAsync()
    {
        Estate.Dispose();
        return ValueTask.CompletedTask;
    }
}
