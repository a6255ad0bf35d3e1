using PartnerTrust.SdkGenerator.Schema;

namespace Pulumi.PartnerTrust.Tests.Examples;

/// <summary>Every name of the schema, once.</summary>
internal static class PackageNames
{
    public static string[] Resources { get; } = [.. Repository.Schema.Resources.Select(resource => resource.Name)];

    public static string[] Functions { get; } = [.. Repository.Schema.Functions.Select(function => function.Name)];

    public static string[] Objects { get; } = [.. Repository.Schema.Types.OfType<ObjectTypeSchema>().Select(type => type.Name)];

    public static (string Type, string Member)[] Values { get; } =
        [.. Repository.Schema.Types.OfType<EnumTypeSchema>().SelectMany(type => type.Members.Select(member => (type.Name, member.Name)))];

    public static string[] Properties { get; } =
    [
        .. Repository.Schema.Resources.SelectMany(resource => resource.Inputs.Concat(resource.Outputs))
            .Concat(Repository.Schema.Functions.SelectMany(function => function.Inputs.Concat(function.Outputs)))
            .Concat(Repository.Schema.Types.OfType<ObjectTypeSchema>().SelectMany(type => type.Properties))
            .Select(property => property.Name)
            .Distinct(StringComparer.Ordinal),
    ];
}
