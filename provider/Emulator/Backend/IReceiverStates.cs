using PartnerTrust.Trust.State;

namespace PartnerTrust.Emulator.Backend;

/// <summary>What a server goes by when it judges a token.</summary>
public interface IReceiverStates
{
    /// <summary>The slice of the state that decides about one token at one server.</summary>
    Task<TrustState> ReadReceiverStateAsync(ReceiverQuery query, CancellationToken cancellationToken);
}
