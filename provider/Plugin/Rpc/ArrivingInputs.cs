using PartnerTrust.Plugin.Checking;
using PartnerTrust.Plugin.Resources;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Rpc;

/// <summary>Inputs where they arrive: held against the schema and the type's rules in every request that acts on them, because not everyone who
/// sends one has asked Check before, and recorded ones may have been edited.</summary>
internal sealed class ArrivingInputs(ProviderSession session)
{
    private static readonly string[] WrongTypes = [FaultCatalogue.TypeWrong("", "", "").Code, FaultCatalogue.ValueKindUnsupported("", "").Code];

    /// <summary>In normal form, with the type's own defaults; what is wrong is added to <paramref name="faults"/>.</summary>
    public PropertyMap Complete(ResourceType type, ResourceSchema schema, PropertyMap given, ICollection<Fault> faults) => type.Complete(
        new ValueChecker(ValueForms.Native, session.Environment.Variable, faults).CheckObject(given, schema.Inputs, PropertyPath.Root),
        session.Installation);

    /// <summary>The same for inputs that are to be acted on, which must be right in everything that Check looks at.</summary>
    public PropertyMap Require(ResourceType type, ResourceSchema schema, PropertyMap given)
    {
        var faults = new List<Fault>();
        var inputs = Complete(type, schema, given, faults);
        if (type.AutoNamed is { } property && !inputs.Has(property))
        {
            faults.Add(FaultCatalogue.NameMissing(property));
        }

        type.Check(new ResourceCheck(inputs, session, faults));
        faults.RemoveAll(fault => fault.IsWarning);
        return faults.Count == 0 ? inputs : throw new FaultException(session.Secrets.In(given).Hide([.. faults]));
    }

    /// <summary>The recorded inputs of a resource: of the schema's types, whatever else an older release may have left in them.</summary>
    public PropertyMap Recorded(ResourceSchema schema, PropertyMap recorded)
    {
        var faults = new List<Fault>();
        new ValueChecker(ValueForms.Native, session.Environment.Variable, faults).CheckObject(recorded, schema.Inputs, PropertyPath.Root);
        RequireKnown(recorded);
        return faults.FirstOrDefault(fault => WrongTypes.Contains(fault.Code)) is { } wrong
            ? throw new FaultException(FaultCatalogue.RecordedValueWrong(wrong.Property, wrong.Found, wrong.Expected))
            : recorded;
    }

    public static void RequireKnown(PropertyMap inputs)
    {
        foreach (var (name, value) in inputs)
        {
            if (value.ContainsUnknown())
            {
                throw new FaultException(FaultCatalogue.ValueNotKnown(name));
            }
        }
    }
}
