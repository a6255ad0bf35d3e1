using PartnerTrust.Emulator.Tests.Fixtures;
using PartnerTrust.Trust.Connectivity;

namespace PartnerTrust.Emulator.Tests.Remedies;

/// <summary>A check that ends with a number, and what somebody does about it as the message says.</summary>
/// <param name="Number">The number, for example <c>PT6005</c>.</param>
/// <param name="Words">Of the remedy as it is printed: the words that are followed.</param>
/// <param name="Break">Brings the situation about.</param>
/// <param name="Mend">Does what the words say, and nothing else.</param>
/// <param name="Request">The check that is made.</param>
internal sealed record CheckRemedy(
    string Number, string Words, Action<EmulatedEstate> Break, Action<EmulatedEstate> Mend, ConnectivityRequest Request)
{
    /// <summary>What happens while the check presents its token.</summary>
    public Action<EmulatedEstate>? Meanwhile { get; init; }
}
