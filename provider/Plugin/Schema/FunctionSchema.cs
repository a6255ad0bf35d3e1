namespace PartnerTrust.Plugin.Schema;

public sealed record FunctionSchema(string Token, ObjectSchema Inputs, ObjectSchema Outputs);
