using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Secrets;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Framework;

/// <summary>The outputs that the engine records: the inputs, over them what was computed, and secret what the schema or an input of the same
/// name makes so.</summary>
internal static class Outputs
{
    public static PropertyMap Of(ResourceState state, ObjectSchema schema) =>
        FoundDrift.Keep(Merge(state.Inputs, state.Computed, schema), state.Drift).With(state.Remembered);

    /// <summary>As <see cref="Of"/>, in the spelling of <paramref name="recorded"/> where it means the same, an empty list for none among them: a
    /// refresh shows what changed and not who wrote it.</summary>
    public static PropertyMap Reread(ResourceState state, PropertyMap recorded, ObjectSchema schema)
    {
        var outputs = Of(state, schema);
        foreach (var (name, value) in outputs)
        {
            if (recorded.TryGetValue(name, out var old) && old.ContainsSecret() == value.ContainsSecret() && NormalForm.MeanTheSame(name, old, value))
            {
                outputs = outputs.Set(name, old);
            }
        }

        foreach (var (name, nothing) in recorded.AsEnumerable().Where(entry => entry.Value.IsEmptyList() && !outputs.ContainsKey(entry.Key)))
        {
            outputs = schema.Properties.ContainsKey(name) ? outputs.Set(name, nothing) : outputs;
        }

        return outputs;
    }

    /// <summary>As <see cref="Of"/>, with what is always there but not known yet marked so.</summary>
    public static PropertyMap Previewed(PropertyMap inputs, PropertyMap foreseen, ObjectSchema schema)
    {
        var outputs = Merge(inputs, foreseen, schema);
        foreach (var name in schema.Required.Where(name => !outputs.ContainsKey(name)))
        {
            outputs = outputs.Set(name, Seal(new UnknownValue(KindOf(schema.Properties[name].Type)), schema.Properties[name], inputs));
        }

        return outputs;
    }

    private static PropertyMap Merge(PropertyMap inputs, PropertyMap computed, ObjectSchema schema)
    {
        var outputs = PropertyMap.Empty;
        var secrets = SecretTexts.In(inputs);
        foreach (var property in schema.Properties.Values)
        {
            if (computed.TryGetValue(property.Name, out var value) ? !value.IsAbsent() : inputs.TryGetValue(property.Name, out value)
                && !value.IsAbsent())
            {
                var sealedValue = Seal(value, property, inputs);
                outputs = outputs.Set(property.Name, secrets.ShowIn(sealedValue) ? sealedValue.AsSecret() : sealedValue);
            }
        }

        return outputs;
    }

    private static PropertyValue Seal(PropertyValue value, PropertySchema property, PropertyMap inputs) =>
        inputs.TryGetValue(property.Name, out var input) && input.ContainsSecret() && !value.ContainsSecret()
            ? value.AsSecret()
            : value.Sealed(property);

    private static UnknownKind KindOf(TypeSchema type) => type switch
    {
        TypeSchema.Flag => UnknownKind.Bool,
        TypeSchema.Number => UnknownKind.Number,
        TypeSchema.List => UnknownKind.List,
        TypeSchema.Dictionary or TypeSchema.Composite => UnknownKind.Map,
        _ => UnknownKind.Text,
    };
}
