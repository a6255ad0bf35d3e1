using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Secrets;
using PartnerTrust.Plugin.Tracing;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Rpc;

/// <summary>Refusals in the form of the wire. Beside the property that a failure names the engine prints that property's value as the program
/// gave it, secrets unmasked, and <c>{&lt;nil&gt;}</c> for one that is no top-level input; of a failure without a name it prints the reason
/// alone.</summary>
/// <param name="schema">What a program may give.</param>
/// <param name="given">What it gave.</param>
/// <param name="secrets">What is secret of it.</param>
internal sealed class CheckReply(ObjectSchema schema, PropertyMap given, SecretTexts secrets)
{
    public IEnumerable<CheckFailure> Failures(IEnumerable<Fault> faults) => faults
        .Where(fault => !fault.IsWarning)
        .DistinctBy(fault => (fault.Property, fault.Code))
        .Select(Failure);

    /// <summary>A property that cannot be named leads the reason.</summary>
    private CheckFailure Failure(Fault fault)
    {
        var told = secrets.Hide(fault);
        FaultSpan.Tell(told);
        return MayBePrinted(fault.Property)
            ? new CheckFailure { Property = fault.Property, Reason = told.Text }
            : new CheckFailure { Reason = told.ToString() };
    }

    private bool MayBePrinted(string property) => schema.Properties.TryGetValue(property, out var described) && !described.IsSecret
        && given.TryGetValue(property, out var value) && PrintedValue.IsReadable(value, secrets);
}
