namespace PartnerTrust.Plugin.Schema;

/// <param name="Token"><c>package:module:Name</c>.</param>
/// <param name="Inputs">What a program gives.</param>
/// <param name="Outputs">What the resource has afterwards.</param>
/// <param name="ListInputs">What a listing takes; null when the resource cannot be listed.</param>
/// <param name="IsComponent">Whether it is a remote component.</param>
public sealed record ResourceSchema(string Token, ObjectSchema Inputs, ObjectSchema Outputs, ObjectSchema? ListInputs, bool IsComponent);
