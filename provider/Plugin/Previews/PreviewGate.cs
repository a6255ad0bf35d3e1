using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Previews;

/// <summary>Whether what a preview finds is to fail it (design.md 5).</summary>
internal sealed record PreviewGate(PreviewProof Proof)
{
    public static PreviewGate Of(PreviewProof proof) => new(proof);

    /// <summary>The update is sure to fail.</summary>
    public void Fail(string found) => Close(found, Proof is PreviewProof.Enforce or PreviewProof.Strict);

    /// <summary>Whether the update will fail cannot be told.</summary>
    public void Open(string found) => Close(found, Proof == PreviewProof.Strict);

    private void Close(string found, bool isClosed)
    {
        if (isClosed)
        {
            throw new GateException(FaultCatalogue.PreviewNotPassed(Proof.ToString().ToLowerInvariant(), found));
        }
    }
}
