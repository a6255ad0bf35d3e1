using PartnerTrust.Plugin.Schema;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Primitives;

namespace PartnerTrust.Plugin.Values;

/// <summary>Holds values against the schema and brings them into normal form: defaults filled in, nulls and empty lists left out (a list of
/// nothing asks for nothing), what the schema calls secret wrapped as such. A required list stays, for whoever needs an item to miss it, and
/// so does an empty object: <c>generate: {}</c> is a wish. Unknown values pass. Everything wrong is added to <paramref name="faults"/>, each
/// on its own property.</summary>
internal sealed class ValueChecker(ValueFormats formats, Func<string, string?> environment, ICollection<Fault> faults)
{
    private readonly List<PropertyPath> emptyLists = [];

    /// <summary>Where a list of nothing was left out.</summary>
    public IReadOnlyList<PropertyPath> EmptyLists => emptyLists;

    public PropertyMap CheckObject(PropertyMap given, ObjectSchema schema, PropertyPath path)
    {
        var result = PropertyMap.Empty;
        foreach (var (name, value) in given)
        {
            var here = path.Then(name);
            if (!schema.Properties.TryGetValue(name, out var property))
            {
                faults.Add(
                    FaultCatalogue.PropertyUnknown(here.ToString(), name, Suggestion.For(name, schema.Properties.Keys), schema.Properties.Keys));
            }
            else if (!value.IsAbsent() && CheckProperty(value, property, here) is var item)
            {
                if (schema.Required.Contains(name) || !item.IsEmptyList())
                {
                    result = result.Set(name, item);
                }
                else
                {
                    emptyLists.Add(here);
                }
            }
        }

        foreach (var property in schema.Properties.Values.Where(property => !result.ContainsKey(property.Name)))
        {
            if (DefaultOf(property, path.Then(property.Name)) is { } value)
            {
                result = result.Set(property.Name, value);
            }
            else if (schema.Required.Contains(property.Name))
            {
                faults.Add(FaultCatalogue.RequiredMissing(path.Then(property.Name).ToString(), property.Description));
            }
        }

        return result;
    }

    private PropertyValue? DefaultOf(PropertySchema property, PropertyPath path)
    {
        var text = property.Environment.Select(environment).FirstOrDefault(value => !string.IsNullOrEmpty(value));
        return text is null ? property.Default : Check(text, property.Type, path);
    }

    private PropertyValue CheckProperty(PropertyValue value, PropertySchema property, PropertyPath path)
    {
        var result = Check(value, property.Type, path);
        return property.IsSecret ? result.AsSecret() : result;
    }

    private PropertyValue Check(PropertyValue value, TypeSchema type, PropertyPath path) => (value, type) switch
    {
        (UnknownValue, _) => value,
        (SecretValue secret, _) => new SecretValue(Check(secret.Value, type, path)),
        (OutputValue { Value: var known, IsSecret: var isSecret }, _) => Wrap(known is null ? UnknownValue.Text : Check(known, type, path), isSecret),
        (AssetValue, _) => Refuse(value, path, "an asset"),
        (ArchiveValue, _) => Refuse(value, path, "an archive"),
        (ResourceReferenceValue, _) => Refuse(value, path, "a whole resource"),
        (TextValue text, TypeSchema.Text or TypeSchema.Choice) when IsSigned(text) && JsonText.TryRead(text.Value, out var signed) =>
            Check(signed, type, path),
        (TextValue, TypeSchema.Text) or (BoolValue, TypeSchema.Flag) => value,
        (TextValue text, TypeSchema.Choice choice) => CheckChoice(text, choice, path),
        (TextValue text, not TypeSchema.Text) when formats == ValueFormats.NativeOrJsonText => CheckJson(text, type, path),
        (NumberValue number, TypeSchema.Number expected) => expected.IsWhole ? CheckWhole(number, path) : value,
        (ListValue list, TypeSchema.List expected) => CheckList(list, expected, path),
        (PropertyMap map, TypeSchema.Dictionary expected) => CheckDictionary(map, expected, path),
        (PropertyMap map, TypeSchema.Composite expected) => CheckObject(map, expected.Schema, path),
        _ => WrongType(value, type, path),
    };

    private NumberValue CheckWhole(NumberValue number, PropertyPath path)
    {
        if (!PropertyReading.IsWhole(number.Value))
        {
            faults.Add(FaultCatalogue.NumberNotWhole(path.ToString(), number.Value));
        }

        return number;
    }

    private ListValue CheckList(ListValue list, TypeSchema.List expected, PropertyPath path) =>
        new([.. list.Items.Select((item, index) => Check(item, expected.Item, path.Then(index)))]);

    private PropertyMap CheckDictionary(PropertyMap map, TypeSchema.Dictionary expected, PropertyPath path) =>
        PropertyMap.Of(map.AsEnumerable().Select(entry => KeyValuePair.Create(entry.Key, Check(entry.Value, expected.Item, path.Then(entry.Key)))));

    private TextValue CheckChoice(TextValue text, TypeSchema.Choice choice, PropertyPath path)
    {
        if (!choice.Values.Contains(text.Value))
        {
            faults.Add(FaultCatalogue.ChoiceUnknown(path.ToString(), text.Value, Suggestion.For(text.Value, choice.Values), choice.Description));
        }

        return text;
    }

    private PropertyValue CheckJson(TextValue text, TypeSchema type, PropertyPath path)
    {
        if (JsonText.TryRead(text.Value, out var value))
        {
            return value is TextValue ? WrongType(value, type, path) : Check(value, type, path);
        }

        faults.Add(FaultCatalogue.SettingNotJson(path.ToString(), type.Description));
        return text;
    }

    private PropertyValue Refuse(PropertyValue value, PropertyPath path, string kind)
    {
        faults.Add(FaultCatalogue.ValueKindUnsupported(path.ToString(), kind));
        return value;
    }

    private PropertyValue WrongType(PropertyValue value, TypeSchema type, PropertyPath path)
    {
        faults.Add(FaultCatalogue.TypeWrong(path.ToString(), KindOf(value), type.Description));
        return value;
    }

    /// <summary>A setting that is text itself comes as JSON text only when it is a secret.</summary>
    private bool IsSigned(TextValue text) =>
        formats == ValueFormats.NativeOrJsonText && text.Value.Contains($"\"{PropertySignatures.Key}\"", StringComparison.Ordinal);

    private static PropertyValue Wrap(PropertyValue value, bool isSecret) => isSecret ? new SecretValue(value) : value;

    private static string KindOf(PropertyValue value) => value switch
    {
        TextValue => "a text",
        BoolValue => "true or false",
        NumberValue => "a number",
        ListValue => "a list",
        PropertyMap => "an object",
        NullValue => "null",
        _ => "a value of another kind",
    };
}
