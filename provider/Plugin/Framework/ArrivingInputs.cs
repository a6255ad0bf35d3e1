using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Framework;

/// <summary>Inputs where they arrive: held against the schema and the type's rules in every request that acts on them, because not everyone who
/// sends one has asked Check before, and recorded ones may have been edited.</summary>
internal sealed class ArrivingInputs(ProviderSession session)
{
    private static readonly string[] WrongTypes = [FaultCatalogue.TypeWrong("", "", "").Code, FaultCatalogue.ValueKindUnsupported("", "").Code];

    /// <summary>In normal form, with the type's own defaults, whatever may be wrong with them.</summary>
    public PropertyMap Normalize(ResourceType type, ResourceSchema schema, PropertyMap given) => Normalize(type, schema, given, []);

    /// <summary>The same; what is wrong is added to <paramref name="faults"/>.</summary>
    public PropertyMap Check(ResourceType type, ResourceSchema schema, PropertyMap given, ICollection<Fault> faults)
    {
        var inputs = Normalize(type, schema, given, faults);
        type.Check(new ResourceCheck(inputs, session.Installation, session.Time.GetUtcNow(), faults));
        return inputs;
    }

    /// <summary>The same for inputs that are to be acted on, which must be right in everything that Check looks at.</summary>
    public PropertyMap Require(ResourceType type, ResourceSchema schema, PropertyMap given)
    {
        var faults = new List<Fault>();
        var inputs = Check(type, schema, given, faults);
        if (type.AutoNamed is { } property && !inputs.Has(property))
        {
            faults.Add(FaultCatalogue.NameMissing(property));
        }

        faults.RemoveAll(fault => fault.IsWarning);
        return faults.Count == 0 ? inputs : throw new FaultException(session.Secrets.In(given).Hide([.. faults]));
    }

    /// <summary>The recorded inputs of a resource: of the schema's types, whatever else an older release may have left in them.</summary>
    public PropertyMap Recorded(ResourceSchema schema, PropertyMap recorded)
    {
        var faults = new List<Fault>();
        CheckValues(schema, recorded, faults);
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

    private PropertyMap Normalize(ResourceType type, ResourceSchema schema, PropertyMap given, ICollection<Fault> faults) =>
        type.WithDefaults(ServerNames.InFull(CheckValues(schema, given, faults), session.Installation), session.Installation);

    private PropertyMap CheckValues(ResourceSchema schema, PropertyMap given, ICollection<Fault> faults) =>
        new ValueChecker(ValueFormats.Native, session.Environment.Variable, faults).CheckObject(given, schema.Inputs, PropertyPath.Root);
}
