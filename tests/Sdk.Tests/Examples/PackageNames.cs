using PartnerTrust.SdkGenerator.Schema;

namespace Pulumi.PartnerTrust.Tests.Examples;

/// <summary>Every name of the schema, once.</summary>
internal static class PackageNames
{
    public static string[] Resources { get; } = [.. CommittedSdk.Schema.Resources.Select(resource => resource.Name)];

    public static string[] Functions { get; } = [.. CommittedSdk.Schema.Functions.Select(function => function.Name)];

    public static string[] Objects { get; } = [.. CommittedSdk.Schema.Types.OfType<ObjectTypeSchema>().Select(type => type.Name)];

    public static (string Type, string Member)[] Values { get; } =
        [.. CommittedSdk.Schema.Types.OfType<EnumTypeSchema>().SelectMany(type => type.Members.Select(member => (type.Name, member.Name)))];

    public static string[] Properties { get; } =
    [
        .. CommittedSdk.Schema.Resources.SelectMany(resource => resource.Inputs.Concat(resource.Outputs))
            .Concat(CommittedSdk.Schema.Functions.SelectMany(function => function.Inputs.Concat(function.Outputs)))
            .Concat(CommittedSdk.Schema.Types.OfType<ObjectTypeSchema>().SelectMany(type => type.Properties))
            .Select(property => property.Name)
            .Distinct(StringComparer.Ordinal),
    ];
}
