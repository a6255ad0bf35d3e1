using System.Globalization;
using Grpc.Core;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Deployment.Output;

/// <summary>What the CLI's engine prints about a refused resource: beside a property that a provider names, the value that the program gave it,
/// in the notation of Go and with its secrets in clear.</summary>
internal static class EngineText
{
    public static string Of(CheckFailure failure, string type, string name, PropertyMap inputs) => failure.Property.Length == 0
        ? $"{type} resource '{name}' has a problem: {failure.Reason}"
        : $"{type} resource '{name}': property {failure.Property} value {Value(inputs.GetValueOrDefault(failure.Property))} has a problem: {failure.Reason}";

    /// <summary>The message of a refused component, with a line for each property of its detail.</summary>
    public static string Of(RpcException refusal, PropertyMap inputs) => refusal.Message + string.Concat(
        (refusal.Detail<InputPropertiesError>()?.Errors ?? []).Select(error =>
            $"{Environment.NewLine}\t\t- property {error.PropertyPath}{ValueAt(error.PropertyPath, inputs)} has a problem: {error.Reason}"));

    private static string ValueAt(string path, PropertyMap inputs) =>
        PropertyPath.TryParse(path, out var parsed) && parsed.Find(inputs) is { } value ? $" with value '{Value(value)}'" : "";

    private static string Value(PropertyValue? value) => $"{{{Inside(value)}}}";

    private static string Inside(PropertyValue? value) => value switch
    {
        null or NullValue => "<nil>",
        TextValue text => text.Value,
        NumberValue number => number.Value.ToString(CultureInfo.InvariantCulture),
        BoolValue flag => flag.Value ? "true" : "false",
        SecretValue secret => $"&{{{Value(secret.Value)}}}",
        OutputValue output => $"{{{Value(output.Value)}}}",
        ListValue list => $"[{string.Join(' ', list.Items.Select(Value))}]",
        PropertyMap map => $"map[{string.Join(' ', map.Select(entry => $"{entry.Key}:{Value(entry.Value)}"))}]",
        _ => value.GetType().Name,
    };
}
